using System.ComponentModel.DataAnnotations;

namespace OneStop.Web.Composition;

/// <summary>Settings under <c>City</c>: who runs this installation.</summary>
internal sealed class CityOptions
{
    [Required]
    public string Name { get; set; } = "Thành phố Hà Nội";

    [Required]
    public string AgencyInCharge { get; set; } = "Văn phòng Ủy ban nhân dân Thành phố Hà Nội";

    [Required]
    public string Hotline { get; set; } = "1022";
}
