using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Import;

namespace OneStop.Catalogue.Tests.Import;

public sealed class ComponentReaderTests
{
    [Fact]
    public void Read_GluedFormFile_IsTakenOffTheName()
    {
        var component = ReadOne(new SourceComponent { Name = "- Đơn đề nghị theo mẫu quy định;văn bản đề nghị.docx", Originals = 1 });

        Assert.Equal("Đơn đề nghị theo mẫu quy định", component.Name);
        Assert.Equal("văn bản đề nghị.docx", component.FormFile);
        Assert.True(component.HasForm);
        Assert.True(component.Required);
    }

    [Fact]
    public void Read_NameWithoutFile_LosesNoWord()
    {
        var component = ReadOne(new SourceComponent { Name = "Bản sao Quyết định số 12/QĐ-UBND ngày 01.02.2024", Copies = 1 });

        Assert.Equal("Bản sao Quyết định số 12/QĐ-UBND ngày 01.02.2024", component.Name);
        Assert.Null(component.FormFile);
    }

    [Theory]
    [InlineData("Giấy chứng sinh", 1, null, ComponentKinds.Submit, true)]
    [InlineData("Văn bản ủy quyền (nếu có)", 1, null, ComponentKinds.Submit, false)]
    [InlineData("Hộ chiếu", 1, "* Giấy tờ phải xuất trình:", ComponentKinds.Present, false)]
    [InlineData("Trường hợp đã có dữ liệu thì không phải nộp", 0, null, ComponentKinds.Note, false)]
    public void Read_Row_IsSortedIntoWhatItIs(string name, int originals, string? group, string kind, bool required)
    {
        var component = ReadOne(new SourceComponent { Name = name, Originals = originals, Group = group });

        Assert.Equal(kind, component.Kind);
        Assert.Equal(required, component.Required);
    }

    private static ComponentContent ReadOne(SourceComponent row) => Assert.Single(ComponentReader.Read([row]));
}
