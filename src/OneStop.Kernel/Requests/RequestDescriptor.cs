using System.Reflection;
using OneStop.Kernel.Modules;

namespace OneStop.Kernel.Requests;

// What the pipeline must know of a request type, read once.
internal sealed record RequestDescriptor(Type RequestType, string Name, IModule Module, string? Permission, bool OpenToAll, bool IsCommand, bool ReadsAhead)
{
    public static RequestDescriptor Read(Type requestType, IModule module)
    {
        var permission = requestType.GetCustomAttribute<RequiresAttribute>()?.Permission;
        var open = requestType.IsDefined(typeof(OpenToAllAttribute));
        if (permission is null && !open)
            throw new InvalidOperationException($"{requestType.FullName} names no permission and is not open to all.");

        var isCommand = requestType.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));
        return new RequestDescriptor(requestType, requestType.Name, module, permission, open, isCommand, requestType.IsDefined(typeof(ReadsAheadAttribute)));
    }
}

// All requests of all modules, gathered when the modules are added.
internal sealed class RequestCatalogue
{
    private readonly Dictionary<Type, RequestDescriptor> descriptors = [];

    public IReadOnlyCollection<RequestDescriptor> All => descriptors.Values;

    public void Add(RequestDescriptor descriptor) => descriptors.Add(descriptor.RequestType, descriptor);

    public RequestDescriptor For(Type requestType) =>
        descriptors.TryGetValue(requestType, out var found) ? found : throw new InvalidOperationException($"No handler for {requestType.FullName}.");
}
