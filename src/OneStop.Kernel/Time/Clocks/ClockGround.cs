namespace OneStop.Kernel.Time.Clocks;

/// <summary>Why somebody wants time left out of a term. The last three are named so that they can be refused by name.</summary>
public enum ClockGround
{
    /// <summary>The citizen supplements the dossier (bổ sung, hoàn thiện hồ sơ).</summary>
    Supplement,

    /// <summary>The citizen pays what is due (nghĩa vụ tài chính).</summary>
    Payment,

    /// <summary>Field check (kiểm tra thực địa).</summary>
    FieldCheck,

    /// <summary>Opinions of other agencies (lấy ý kiến).</summary>
    Opinion,

    /// <summary>Verification by others (xác minh).</summary>
    Verification,

    /// <summary>Public posting prescribed by law (niêm yết công khai).</summary>
    PublicPosting,

    /// <summary>Natural disaster and other force majeure.</summary>
    ForceMajeure,

    /// <summary>A system does not work. Never leaves time out.</summary>
    Outage,

    /// <summary>Nobody is there to sign. Never leaves time out.</summary>
    MissingSigner,

    /// <summary>The agency waits for itself. Never leaves time out.</summary>
    InternalWait,
}

/// <summary>Which grounds leave time out of a term.</summary>
public static class ClockGrounds
{
    /// <summary>Grounds of which the term never knows (NĐ 118/2025: a term is the agency's own business).</summary>
    public static IReadOnlyList<ClockGround> Refused { get; } = [ClockGround.Outage, ClockGround.MissingSigner, ClockGround.InternalWait];

    /// <summary>Time of third parties, which the law may limit.</summary>
    public static IReadOnlyList<ClockGround> ThirdParties { get; } =
        [ClockGround.FieldCheck, ClockGround.Opinion, ClockGround.Verification, ClockGround.PublicPosting, ClockGround.ForceMajeure];

    /// <summary>Whether time on this ground may be left out at all.</summary>
    public static bool LeavesTimeOut(ClockGround ground) => !Refused.Contains(ground);

    /// <summary>Whether it is the time of a third party.</summary>
    public static bool IsThirdParty(ClockGround ground) => ThirdParties.Contains(ground);
}
