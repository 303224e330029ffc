using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Callers;

namespace OneStop.Web.Security;

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

// [Authorize(Policy = "dossiers.receive")]: the policy's name is the permission's code.
internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options, PermissionCatalogue permissions) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        permissions.Knows(policyName)
            ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(policyName)).Build())
            : base.GetPolicyAsync(policyName);
}

internal sealed class PermissionHandler(PermissionCatalogue permissions) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (permissions.Allows(CallerClaims.FromPrincipal(context.User), requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
