namespace OneStop.Documents.Contracts;

/// <summary>Kinds of statutory forms; which number (mẫu số) each has depends on the set in force.</summary>
public enum StatutoryForm
{
    /// <summary>Giấy tiếp nhận hồ sơ và hẹn trả kết quả.</summary>
    Receipt,

    /// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
    Supplement,

    /// <summary>Phiếu từ chối tiếp nhận giải quyết hồ sơ.</summary>
    Refusal,

    /// <summary>Phiếu xin lỗi và hẹn lại ngày trả kết quả; from 2025 Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết.</summary>
    Apology,

    /// <summary>Thông báo dừng giải quyết hồ sơ, from 2025.</summary>
    StopNotice,

    /// <summary>Phiếu kiểm soát quá trình giải quyết hồ sơ.</summary>
    ControlSlip,

    /// <summary>Sổ theo dõi hồ sơ.</summary>
    Register,
}
