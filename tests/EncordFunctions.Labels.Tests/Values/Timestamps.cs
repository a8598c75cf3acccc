using System.Globalization;
using System.Text;
using CsCheck;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Tests.Values;

public sealed class Timestamps
{
    [Theory]
    [InlineData("2025-01-07 16:12:23", "2025-01-07T16:12:23Z")]
    [InlineData("2025-01-07T16:12:23.5", "2025-01-07T16:12:23.5Z")]
    [InlineData("2025-01-07T16:12:23.123456789Z", "2025-01-07T16:12:23.1234567Z")]
    [InlineData("2025-01-07T16:12:23+10:00", "2025-01-07T06:12:23Z")]
    [InlineData("2025-01-07 16:12:23-0530", "2025-01-07T21:42:23Z")]
    [InlineData("2025-01-07T16:12", "2025-01-07T16:12:00Z")]
    [InlineData("2025-01-07", "2025-01-07T00:00:00Z")]
    [InlineData("Wed, 28 May 2025 08:51:53 GMT", "2025-05-28T08:51:53Z")]
    [InlineData("Mon, 28 May 2025 08:51:53 UTC", "2025-05-28T08:51:53Z")]
    [InlineData("28 May 2025 08:51:53 GMT", "2025-05-28T08:51:53Z")]
    [InlineData("Thu, 9 Feb 2023 14:12:03 ", "2023-02-09T14:12:03Z")]
    [InlineData("Thu, 09 Feb 2023 14:12:03 +0200", "2023-02-09T12:12:03Z")]
    [InlineData("Thu Jan 11 2024 12:09:51 GMT+0600 (Bangladesh Standard Time)", "2024-01-11T06:09:51Z")]
    [InlineData("Thu Jan 11 2024 12:09:51 GMT-0330", "2024-01-11T15:39:51Z")]
    [InlineData("Thu Feb 29 2024 00:00:00 GMT", "2024-02-29T00:00:00Z")]
    [InlineData("2025-01-07t16:12:23z", "2025-01-07T16:12:23Z")]
    [InlineData("2025-01-07T16:12:23,25", "2025-01-07T16:12:23.25Z")]
    [InlineData("2025-01-07 16:12:23 +02", "2025-01-07T14:12:23Z")]
    [InlineData("2025-01-07 16:12:23+14:59", "2025-01-07T01:13:23Z")]
    [InlineData("2025-01-07 16:12 UTC", "2025-01-07T16:12:00Z")]
    [InlineData("2025-01-07 16:12:23Z (Weltzeit)", "2025-01-07T16:12:23Z")]
    [InlineData("Wed, 28 May 2025 08:51 GMT", "2025-05-28T08:51:00Z")]
    [InlineData("Thu Jan 11 2024 12:09:51 GMT (Coordinated Universal Time)", "2024-01-11T12:09:51Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void Every_form_becomes_utc(string text, string utc)
    {
        Assert.True(Timestamp.TryRead(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData("yesterday")]
    [InlineData("2025-13-07 16:12:23")]
    [InlineData("2025-02-30 16:12:23")]
    [InlineData("2025-01-07 24:00:00")]
    [InlineData("2025-01-07 16:60:00")]
    [InlineData("2025-01-07x16:12:23")]
    [InlineData("2025-01-07 16:12:23 CET")]
    [InlineData("2025-01-07 16:12:23+99:00")]
    [InlineData("0001-01-01 00:00:00+10:00")]
    [InlineData("Wed, 28 Mai 2025 08:51:53 GMT")]
    [InlineData("Wed, 28 May")]
    [InlineData("1735689600")]
    [InlineData("Wed, 28 May 20250 08:51:53 GMT")]
    [InlineData("Wed, 28 May 2147483647 08:51:53 GMT")]
    [InlineData("Wed, 28 anF 2025 08:51:53 GMT")]
    [InlineData("Wed, 28 Ma 2025 08:51:53 GMT")]
    [InlineData("Wed, 28 May 2025")]
    [InlineData("2025-01")]
    [InlineData("2025-01-0")]
    [InlineData("2025-01/07 16:12:23")]
    [InlineData("0000-01-07")]
    [InlineData("2025-00-07")]
    [InlineData("2025-01-00")]
    [InlineData("2025-01-07T")]
    [InlineData("2025-01-07 16:1")]
    [InlineData("2025-01-07 16-12-23")]
    [InlineData("2025-01-07 16:12:2")]
    [InlineData("2025-01-07 16:12:60")]
    [InlineData("2025-01-07 16:12:23.")]
    [InlineData("2025-01-07 16:12:23.Z")]
    [InlineData("2025-01-07 16:12:23+")]
    [InlineData("2025-01-07 16:12:23+1")]
    [InlineData("2025-01-07 16:12:23/01")]
    [InlineData("2025-01-07 16:12:23+020")]
    [InlineData("2025-01-07 16:12:23+02:0x")]
    [InlineData("2025-01-07 16:12:23+15:00")]
    [InlineData("2025-01-07 16:12:23+01:60")]
    [InlineData("2025-01-07 16:12:23Z CET")]
    [InlineData("2025-01-07 16:12:23Z_(CET)")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    public void What_is_no_date_is_refused(string text) => Assert.False(Timestamp.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void What_is_written_in_either_form_is_read_back()
    {
        Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2199, 12, 31)].Sample(date =>
        {
            var whole = new DateTime(date.Year, date.Month, date.Day, date.Hour, date.Minute, date.Second, DateTimeKind.Utc);
            foreach (var format in new[] { "R", "yyyy-MM-dd HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss 'UTC'", "yyyy-MM-ddTHH:mm:ss.ffffffZ", "ddd MMM dd yyyy HH:mm:ss 'GMT+0000'" })
            {
                Assert.True(Timestamp.TryRead(Encoding.UTF8.GetBytes(whole.ToString(format, CultureInfo.InvariantCulture)), out var read));
                Assert.Equal(new DateTimeOffset(whole), read);
            }
        });
    }

    [Fact]
    public void No_bytes_at_all_make_it_throw() =>
        Gen.Byte.Array[0, 60].Sample(bytes => Timestamp.TryRead(bytes, out _) || true);
}
