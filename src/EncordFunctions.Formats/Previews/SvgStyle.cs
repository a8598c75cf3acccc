using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Previews;

/// <summary>How what <see cref="ShapeDrawing"/> draws looks in a file of its own, by day and by night.</summary>
internal static class SvgStyle
{
    /// <summary>Writes the style sheet.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="unit">The unit of strokes and letters.</param>
    public static void Write(MarkupWriter svg, double unit)
    {
        // The shadow is for classes whose colour is that of the ground they stand on.
        var halo = unit * 0.14;
        svg.Write($$"""
            <style>
            svg{background:#fff}.page{fill:#fff}.frame{fill:#eef0f3;stroke:#8b94a0;stroke-width:{{unit * 0.15}}}.line{fill:#4b545f}
            text{font:{{unit * 1.7}}px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
            .shapes{filter:drop-shadow(0 0 {{halo}}px rgb(0 0 0/.55))}
            .a{fill:currentColor;fill-opacity:.22;fill-rule:evenodd;stroke:currentColor;stroke-width:{{unit * 0.28}};stroke-linejoin:round}
            .l,.d{fill:none;stroke:currentColor;stroke-width:{{unit * 0.4}};stroke-linecap:round;stroke-linejoin:round}
            .d{stroke-width:{{unit * 0.22}};stroke-dasharray:{{unit * 0.8}}}
            .j{fill:currentColor}.o{fill:none;stroke:currentColor;stroke-width:{{unit * 0.25}}}
            .names rect{rx:{{unit * 0.5}}px}
            @media (prefers-color-scheme:dark){svg{background:#0f1216}.page{fill:#0f1216}.frame{fill:#343b45;stroke:#6b7581}.line{fill:#aab4bf}
            .shapes{filter:drop-shadow(0 0 {{halo}}px rgb(255 255 255/.8)) drop-shadow(0 0 {{halo}}px rgb(255 255 255/.5))}
            }
            </style>

            """);
    }
}
