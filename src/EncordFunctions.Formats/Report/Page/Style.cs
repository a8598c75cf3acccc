namespace EncordFunctions.Formats.Report.Page;

/// <summary>How the page looks: one column on a phone, two beside each other where there is room; by day and by night.</summary>
internal static class Style
{
    /// <summary>The style sheet. All colours of text stand at 4.5 : 1 or more on what is behind them.</summary>
    public static ReadOnlySpan<byte> Sheet => """
        :root{--page:#f4f5f7;--card:#fff;--ink:#171c22;--soft:#545e6a;--line:#dfe3e8;--fill:#eef0f3;--link:#1557b0;--bar:#4c78c8;
        --bad:#a3161f;--bad-bg:#fdeaea;--bad-line:#d9333f;--warn:#7a4b00;--warn-bg:#fdf1d8;--warn-line:#e0a100;--good:#175e33;--good-bg:#e2f4e8;--good-line:#2f9e5b;
        --note:#3a4b63;--note-bg:#e8edf5;--note-line:#8497b3;--worst-line:#7d0f3c;--ground:#e9ecf0;--shade:rgb(0 0 0/.5);
        --h1:#dbe7fb;--h2:#b7d0f5;--h3:#8fb6ec;--h4:#689bdf;--h5:#4580cd;--h6:#2d66b3;--h7:#1c4c91;--h8:#0d3269}
        @media (prefers-color-scheme:dark){:root{--page:#0e1115;--card:#171b21;--ink:#e8ebef;--soft:#a6b0bb;--line:#2c333c;--fill:#212730;--link:#86b6ff;--bar:#5c8ae0;
        --bad:#ffb3b0;--bad-bg:#401a1d;--bad-line:#e5484d;--warn:#ffd58a;--warn-bg:#3a2a0a;--warn-line:#d39a1c;--good:#9fe0b6;--good-bg:#12331f;--good-line:#3fae6b;
        --note:#c3d0e2;--note-bg:#232d3b;--note-line:#6c7f9b;--worst-line:#b8306a;--ground:#343b45;--shade:rgb(255 255 255/.75);
        --h1:#15263f;--h2:#1b3660;--h3:#224a85;--h4:#2d61aa;--h5:#427cc9;--h6:#659ce0;--h7:#93bdf1;--h8:#cfe2fc}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
        header,main,footer{max-width:1240px;margin:0 auto;padding:0 1.5rem}
        header{padding-top:1.5rem}
        h1{font-size:1.75rem;line-height:1.2;margin:.1rem 0 .4rem;letter-spacing:-.01em}
        h2{font-size:1.2rem;line-height:1.3;margin:0 0 .75rem}
        h3{font-size:1rem;line-height:1.35;margin:1.25rem 0 .5rem}
        p{margin:.25rem 0}
        a{color:var(--link)}
        a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        code{font:.86em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
        .eyebrow{color:var(--soft);font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;margin:0}
        .state{display:flex;flex-wrap:wrap;gap:.25rem .9rem;align-items:center;color:var(--soft);margin:0}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem}
        .card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem;margin:1rem 0;min-width:0}
        .hint,.rows,.eg,.meta{color:var(--soft);font-size:.9rem}
        .hint{margin:0 0 .9rem}
        .chip{display:inline-block;font-size:.78rem;font-weight:600;line-height:1.45;padding:.08rem .55rem;border-radius:99px;border:1px solid var(--note-line);background:var(--note-bg);color:var(--note);text-decoration:none;white-space:nowrap}
        .chip.bad{border-color:var(--bad-line);background:var(--bad-bg);color:var(--bad)}
        .chip.warn{border-color:var(--warn-line);background:var(--warn-bg);color:var(--warn)}
        .chip.good{border-color:var(--good-line);background:var(--good-bg);color:var(--good)}
        .top{display:grid;gap:0 1rem;grid-template-columns:minmax(0,1fr)}
        .concerns{list-style:none;margin:0;padding:0}
        .concerns li{display:grid;grid-template-columns:5.6rem minmax(0,1fr);gap:.25rem .75rem;padding:.65rem 0 .65rem .8rem;border-left:4px solid var(--note-line);margin:0 0 .5rem}
        .concerns li.bad{border-color:var(--bad-line)}.concerns li.warn{border-color:var(--warn-line)}
        .concerns .chip{justify-self:start;align-self:start;margin-top:.1rem}
        .concerns h3{margin:0}
        .concerns p{margin:.1rem 0}
        .aside{font-weight:400;font-size:.86rem}
        .place{color:var(--soft);font-size:.88rem}.place b{font-weight:600}
        .calm{display:flex;gap:.6rem;align-items:baseline}
        dl{margin:0}dd{margin:0}
        .tiles{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.9rem .75rem}
        .tiles dt{color:var(--soft);font-size:.82rem}
        .tiles dd{font-size:1.5rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
        .verdicts{display:flex;gap:2px;height:12px;border-radius:6px;overflow:hidden;margin:1.1rem 0 .5rem}
        .verdicts i{min-width:6px}
        .good:where(i){background:var(--good-line)}.warn:where(i){background:var(--warn-line)}.bad:where(i){background:var(--bad-line)}.worst:where(i){background:var(--worst-line)}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0 0 .9rem;padding:0;font-size:.88rem}
        .legend i,.dot{display:inline-block;width:.7em;height:.7em;border-radius:3px;margin-right:.45em;flex:none}
        .dot{box-shadow:0 0 0 1px var(--shade)}
        .facts div{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.5rem;padding:.3rem 0;border-top:1px solid var(--line);font-size:.9rem}
        .facts dt{color:var(--soft)}
        details.issue{border-top:1px solid var(--line)}
        summary{cursor:pointer;padding:.6rem 0}
        .issue summary{display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:baseline}
        .issue summary::before{content:"▸";color:var(--soft);width:.8em}.issue[open] summary::before{content:"▾"}
        .issue summary::-webkit-details-marker{display:none}
        .count{font-variant-numeric:tabular-nums;font-weight:600}
        .issue ul{margin:0 0 .8rem;padding:0 0 0 1.3rem;list-style:none}
        .issue li{padding:.4rem 0}.issue li p{margin:.1rem 0}
        .sheet{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr))}
        .sheet li{min-width:0}
        .thumb{display:block;width:100%;aspect-ratio:4/3;background:var(--ground);border:1px solid var(--line);border-radius:8px;padding:4px}
        .thumb.none{display:grid;place-items:center;color:var(--soft);font-size:.85rem;border-style:dashed;background:none}
        .thumb g{filter:drop-shadow(0 0 .9px var(--shade))}
        .thumb .a{fill:currentColor;fill-opacity:.3;fill-rule:evenodd;stroke:currentColor;stroke-width:2;stroke-linejoin:round}
        .thumb .l,.thumb .d{fill:none;stroke:currentColor;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
        .thumb .d{stroke-width:1.5;stroke-dasharray:4}
        .thumb .j{fill:currentColor}.thumb .o{fill:none;stroke:currentColor;stroke-width:1.2}
        .name{font-weight:600;font-size:.9rem;margin-top:.35rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
        .meta{font-size:.82rem;line-height:1.4}
        .pair,.three{display:grid;gap:1.25rem 2.5rem;grid-template-columns:minmax(0,1fr)}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        th{text-align:left;font-weight:500}
        caption{text-align:left;font-weight:600;font-size:1rem;padding:0 0 .4rem}
        thead th{color:var(--soft);font-size:.82rem;font-weight:500}
        .bars{table-layout:fixed;margin:0 0 1.25rem}
        .bars thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .bars th{width:42%;padding:.16rem .7rem .16rem 0;vertical-align:top}
        .bars td{padding:.16rem 0}
        .bars td{display:flex;align-items:center;gap:.5rem}
        .bars td span{font-variant-numeric:tabular-nums;flex:none}
        .bar{display:block;height:.8rem;border-radius:0 4px 4px 0;background:var(--bar);min-width:2px;flex:0 1 auto;box-shadow:inset 0 0 0 1px rgb(128 128 128/.35)}
        figure{margin:0;min-width:0}
        figcaption{font-size:.9rem;color:var(--soft);min-height:4.5em}figcaption b{color:var(--ink)}
        .columns{display:flex;align-items:flex-end;gap:3px;height:170px;padding-top:.5rem}
        .columns div{flex:1 1 0;min-width:0;max-width:3.5rem;height:100%;display:flex;flex-direction:column;justify-content:flex-end;align-items:center}
        .columns i{display:block;width:100%;background:var(--bar);border-radius:3px 3px 0 0;min-height:2px}
        .columns i.zero{background:var(--line)}
        .columns span{flex:none;height:1.5em;font-size:.72rem;line-height:1.5em;color:var(--soft);white-space:nowrap}
        .columns i{flex:none;max-height:calc(100% - 1.3em)}
        .columns.many{gap:1px}
        .numbers summary{color:var(--soft);font-size:.85rem;padding:.3rem 0}
        .numbers td,.ledger td:nth-child(n+3):nth-child(-n+5),.ledger thead th:nth-child(n+3):nth-child(-n+5){text-align:right;font-variant-numeric:tabular-nums}
        .numbers th,.numbers td{border-top:1px solid var(--line);padding:.15rem 0}
        .heat{display:block;width:100%;max-width:15rem;aspect-ratio:1;background:var(--fill);border:1px solid var(--line);shape-rendering:crispEdges}
        .h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}.h4{fill:var(--h4)}.h5{fill:var(--h5)}.h6{fill:var(--h6)}.h7{fill:var(--h7)}.h8{fill:var(--h8)}
        .scale{display:flex;gap:2px;align-items:center;font-size:.78rem;color:var(--soft);max-width:15rem;margin-top:.4rem}
        .scale i{flex:1;height:.6rem}.scale span:first-child{margin-right:.3rem}.scale span:last-child{margin-left:.3rem}
        i.h1{background:var(--h1)}i.h2{background:var(--h2)}i.h3{background:var(--h3)}i.h4{background:var(--h4)}i.h5{background:var(--h5)}i.h6{background:var(--h6)}i.h7{background:var(--h7)}i.h8{background:var(--h8)}
        .ledger th,.ledger td{padding:.4rem .7rem .4rem 0;vertical-align:top}
        .ledger tbody{border-top:1px solid var(--line)}
        .ledger tbody th{font-weight:600}
        .ledger td:last-child{color:var(--good);padding-right:0;white-space:nowrap}
        .ledger .why td{padding-top:0;white-space:normal;color:inherit}
        .why ul{margin:0;padding:0 0 .2rem 1.1rem;font-size:.9rem;color:var(--soft)}.why b{color:var(--ink)}
        .files{list-style:none;margin:0;padding:0;font-size:.92rem}.files li{padding:.2rem 0}
        nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:.25rem 0;padding:0;font-size:.92rem}
        .kind{color:var(--soft);font-size:.86rem}
        footer{color:var(--soft);font-size:.85rem;padding-bottom:2rem}
        @media (min-width:60rem){.top{grid-template-columns:minmax(0,1.7fr) minmax(0,1fr);align-items:start}.pair{grid-template-columns:repeat(2,minmax(0,1fr))}.three{grid-template-columns:repeat(3,minmax(0,1fr))}}
        @media (max-width:40rem){header,main,footer{padding-left:.9rem;padding-right:.9rem}header{padding-top:1rem}h1{font-size:1.4rem}.card{padding:1rem .9rem;margin:.75rem 0}
        .concerns li{grid-template-columns:minmax(0,1fr)}figcaption{min-height:0}.facts div{grid-template-columns:7rem minmax(0,1fr)}
        .sheet{grid-template-columns:repeat(2,minmax(0,1fr));gap:.8rem}
        .ledger thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .ledger tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));padding:.4rem 0}.ledger th,.ledger td{display:block;padding:.1rem .4rem .1rem 0}.ledger .why{display:block;padding-top:0}
        .ledger tbody th{grid-column:1/3}.ledger td:nth-child(2){color:var(--soft);text-align:right}
        .ledger td:nth-child(n+3):nth-child(-n+5){text-align:left}.ledger td:nth-child(n+3):nth-child(-n+5)::before{content:attr(data-h) " ";color:var(--soft);font-size:.82rem}
        .ledger td:nth-child(6){grid-column:1/4}}
        @media print{body{background:#fff}.card{break-inside:avoid;border-color:#bbb}}

        """u8;
}
