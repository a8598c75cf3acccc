using Azure.Data.Tables;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tests.Storage;

public sealed class StorageLimitsTests
{
    [Fact]
    public void A_text_of_32768_characters_fits_a_property_and_one_more_does_not()
    {
        Fits(With("Text", new string('x', 32_768)));
        Refused(With("Text", new string('x', 32_769)), "Text has 32,769 characters");
    }

    [Fact]
    public void Bytes_of_64_kibibytes_fit_a_property_and_one_more_do_not()
    {
        Fits(With("Bytes", new byte[65_536]));
        Refused(With("Bytes", new byte[65_537]), "Bytes has 65,537 bytes");
    }

    [Fact]
    public void An_entity_takes_252_properties_and_not_one_more()
    {
        Fits(Many(252));
        Refused(Many(253), "253 properties");

        static TableEntity Many(int count)
        {
            var entity = Empty();
            for (var i = 0; i < count; i++) entity[$"P{i}"] = i;
            return entity;
        }
    }

    [Fact]
    public void An_entity_takes_one_mebibyte_and_not_one_byte_more()
    {
        // 15 full texts and one that makes it exact: the size counts keys, names, lengths and two bytes a character.
        var entity = Empty();
        for (var i = 0; i < 15; i++) entity[$"T{i:D2}"] = new string('x', 32_768);
        entity["Last"] = "";
        var room = (1024 * 1024) - StorageLimits.Size(entity);
        entity["Last"] = new string('x', (int)room / 2);
        if (room % 2 == 1) entity["B"] = null;
        Assert.InRange(StorageLimits.Size(entity), (1024 * 1024) - 1, 1024 * 1024);
        Fits(entity);

        entity["Last"] = new string('x', ((int)room / 2) + 1);
        Refused(entity, "an entity takes 1,048,576");
    }

    [Fact]
    public void A_key_takes_512_characters_and_not_one_more()
    {
        Fits(new TableEntity(new string('k', 512), "r"));
        Fits(new TableEntity("p", new string('k', 512)));
        Refused(new TableEntity(new string('k', 513), "r"), "a key of 513 characters");
        Refused(new TableEntity("p", new string('k', 513)), "a key of 513 characters");
    }

    [Theory]
    [InlineData('/')]
    [InlineData('\\')]
    [InlineData('#')]
    [InlineData('?')]
    [InlineData('\u0000')]
    [InlineData('\u001F')]
    [InlineData('\u007F')]
    [InlineData('\u009F')]
    public void A_key_takes_none_of_the_characters_the_service_forbids(char c) => Refused(new TableEntity("p", $"a{c}b"), "which keys can't hold");

    [Theory]
    [InlineData(' ')]
    [InlineData('~')]
    [InlineData('|')]
    [InlineData('\u00A0')]
    public void A_key_takes_the_characters_beside_the_forbidden_ones(char c) => Fits(new TableEntity("p", $"a{c}b"));

    [Fact]
    public void A_date_from_1601_on_fits_and_an_earlier_one_does_not()
    {
        Fits(With("Date", StorageLimits.EarliestDate));
        Refused(With("Date", StorageLimits.EarliestDate.AddTicks(-1)), "dates from 1601-01-01 on");
        Assert.Equal(StorageLimits.EarliestDate, StorageLimits.Clamp(DateTimeOffset.MinValue));
    }

    [Fact]
    public void A_pointer_takes_1024_bytes_and_not_one_more()
    {
        StorageLimits.CheckPointer(BinaryData.FromBytes(new byte[1024]));
        Assert.Throws<StorageLimitException>(() => StorageLimits.CheckPointer(BinaryData.FromBytes(new byte[1025])));
    }

    [Fact]
    public void A_blob_name_takes_1024_characters_and_not_one_more()
    {
        StorageLimits.CheckBlobName(new string('n', 1024));
        Assert.Throws<StorageLimitException>(() => StorageLimits.CheckBlobName(new string('n', 1025)));
        Assert.Throws<StorageLimitException>(() => StorageLimits.CheckBlobName(""));
    }

    [Fact]
    public void Text_is_cut_before_a_surrogate_pair_and_not_through_it()
    {
        Assert.Equal("ab", StorageLimits.Cut("ab", 2));
        Assert.Equal("ab", StorageLimits.Cut("abc", 2));
        Assert.Equal("a", StorageLimits.Cut("a\U0001F600", 2));
        Assert.Equal("a\U0001F600", StorageLimits.Cut("a\U0001F600", 3));
    }

    private static TableEntity Empty() => new("p", "r");

    private static TableEntity With(string name, object value) => new("p", "r") { [name] = value };

    private static void Fits(TableEntity entity) => StorageLimits.Check(entity);

    private static void Refused(TableEntity entity, string why) =>
        Assert.Contains(why, Assert.Throws<StorageLimitException>(() => StorageLimits.Check(entity)).Message, StringComparison.Ordinal);
}
