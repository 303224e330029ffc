using OneStop.Kernel.Events;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed class EventTests
{
    [Fact]
    public void Events_AreSealedRecordsInContractsOrTheModulesOwn() =>
        Rule.Holds(Product.Events.Where(e => !e.IsSealed || e.GetMethod("<Clone>$") is null || (e.IsVisible && !Product.ContractAssemblies.Contains(e.Assembly))).Select(e => e.FullName));

    [Fact]
    public void Handlers_AreNamedAfterTheirEvent()
    {
        var wrong = from assembly in Product.ModuleAssemblies
                    from handler in Product.Written(assembly)
                    let events = handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEventHandler<>)).Select(i => i.GenericTypeArguments[0].Name).ToArray()
                    where events.Length == 1 && !handler.Name.StartsWith($"On{events[0]}", StringComparison.Ordinal)
                    select handler.FullName;

        Rule.Holds(wrong);
    }
}
