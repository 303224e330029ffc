using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using OneStop.Kernel.Modules;

namespace OneStop.TestKit.Databases;

// Templates are shared by all test processes of one build: the name carries the identity of every assembly that shapes the data.
internal static class DatabaseTemplates
{
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Ready = new(StringComparer.Ordinal);

    // Its files are laid into the given folder, as the rows name them.
    public static async Task<TestDatabase> NewDatabaseAsync(TestServer server, IReadOnlyList<IModule> modules, TestSeed seed, string files, Func<string, string, Task> fill)
    {
        var name = NameOf(modules, seed);
        await Ready.GetOrAdd($"{server.Provider}/{name}", _ => new Lazy<Task>(() => PrepareAsync(server, name, fill))).Value;
        CopyFiles(FilesOf(server, name), files);
        return await server.CopyTemplateAsync(name);
    }

    private static async Task PrepareAsync(TestServer server, string name, Func<string, string, Task> fill)
    {
        await using var turn = await TakeTurnAsync($"{name}.{server.Provider}.lock");
        if (await server.HasTemplateAsync(name))
            return;

        var files = FilesOf(server, name);
        if (Directory.Exists(files))
            Directory.Delete(files, recursive: true);
        Directory.CreateDirectory(files);
        await fill(await server.BeginTemplateAsync(name), files);
        await server.SealTemplateAsync(name);
    }

    private static string FilesOf(TestServer server, string name) => Path.Combine(TestFolders.Templates, $"{name}.{server.Provider}.files");

    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // Another test process may be making the same template; the file system has no wait for that, so look again.
    private static async Task<FileStream> TakeTurnAsync(string lockFile)
    {
        var path = Path.Combine(TestFolders.Templates, lockFile);
        for (; ; )
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string NameOf(IReadOnlyList<IModule> modules, TestSeed seed)
    {
        var identity = new StringBuilder(seed.ToString());
        foreach (var assembly in modules.Select(m => m.GetType().Assembly).Append(typeof(IModule).Assembly).Append(typeof(DatabaseTemplates).Assembly))
            identity.Append(' ').Append(assembly.ManifestModule.ModuleVersionId);
        return $"onestop_template_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString())))[..16]}";
    }
}
