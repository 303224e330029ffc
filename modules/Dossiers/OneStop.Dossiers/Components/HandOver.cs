using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Components;

// Who took the result and how, as the history keeps it: the name, and the code of the method in brackets.
internal static class HandOver
{
    public static string Describe(string receivedBy, string method) => $"{InputText.KeepLine(receivedBy)} ({method})";
}
