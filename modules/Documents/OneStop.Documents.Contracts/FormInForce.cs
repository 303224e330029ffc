namespace OneStop.Documents.Contracts;

/// <summary>A form as one set of the law has it.</summary>
/// <param name="Set">The set, for example <c>2018</c> or <c>2025</c>.</param>
/// <param name="Key">Number as it stands in file names, for example <c>mau-04</c>.</param>
/// <param name="Name">Number in words, for example <c>Mẫu số 04</c>.</param>
/// <param name="Title">Exact title, on one line.</param>
public sealed record FormInForce(string Set, string Key, string Name, string Title);
