using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Data;

namespace OneStop.Kernel.Security;

internal sealed class DataProtectionKey
{
    public Guid Id { get; init; }
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.HasKey(k => k.Id);
        builder.Property(k => k.FriendlyName).HasMaxLength(200);
    }
}

// Keys live in the database so that every node reads the same cookies; each is sealed with the field key.
internal sealed class DatabaseKeyRepository(PlainReader reader, IServiceScopeFactory scopes, IFieldProtector protector) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var stored = reader.Read($"SELECT \"{SchemaModel.Snake(nameof(DataProtectionKey.Xml))}\" FROM {SchemaModel.KernelTable<DataProtectionKey>(reader.Settings.Provider)}");
        return [.. stored.Select(xml => XElement.Parse(protector.Unprotect(xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        context.Add(new DataProtectionKey { Id = Guid.NewGuid(), FriendlyName = friendlyName, Xml = protector.Protect(element.ToString(SaveOptions.DisableFormatting)) });
        context.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
