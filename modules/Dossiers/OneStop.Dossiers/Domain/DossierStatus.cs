namespace OneStop.Dossiers.Domain;

// Trạng thái hồ sơ of the national portal, codes 1 to 10; 0 is our own, before anything was sent.
internal enum DossierStatus
{
    Draft = 0,
    Submitted = 1,
    Accepted = 2,
    Refused = 3,
    Processing = 4,
    SupplementAsked = 5,
    PaymentAsked = 6,
    WithdrawalAsked = 7,
    Stopped = 8,
    Finished = 9,
    Returned = 10,
}
