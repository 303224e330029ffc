namespace OneStop.UI;

/// <summary>The icons of the design system. An icon never stands alone: a word goes with it.</summary>
public enum IconName
{
    /// <summary>No icon.</summary>
    None,
    /// <summary>Accessibility.</summary>
    Accessibility,
    /// <summary>Alert.</summary>
    Alert,
    /// <summary>Arrow Left.</summary>
    ArrowLeft,
    /// <summary>Arrow Right.</summary>
    ArrowRight,
    /// <summary>Baby.</summary>
    Baby,
    /// <summary>Bell.</summary>
    Bell,
    /// <summary>Briefcase.</summary>
    Briefcase,
    /// <summary>Building.</summary>
    Building,
    /// <summary>Calendar.</summary>
    Calendar,
    /// <summary>Camera.</summary>
    Camera,
    /// <summary>Car.</summary>
    Car,
    /// <summary>Chart.</summary>
    Chart,
    /// <summary>Check.</summary>
    Check,
    /// <summary>Check Circle.</summary>
    CheckCircle,
    /// <summary>Chevron Down.</summary>
    ChevronDown,
    /// <summary>Chevron Left.</summary>
    ChevronLeft,
    /// <summary>Chevron Right.</summary>
    ChevronRight,
    /// <summary>Clock.</summary>
    Clock,
    /// <summary>Copy.</summary>
    Copy,
    /// <summary>Corner Up Left.</summary>
    CornerUpLeft,
    /// <summary>Download.</summary>
    Download,
    /// <summary>Error.</summary>
    Error,
    /// <summary>External.</summary>
    External,
    /// <summary>Eye.</summary>
    Eye,
    /// <summary>File.</summary>
    File,
    /// <summary>File Text.</summary>
    FileText,
    /// <summary>Filter.</summary>
    Filter,
    /// <summary>Folder.</summary>
    Folder,
    /// <summary>Forward.</summary>
    Forward,
    /// <summary>Globe.</summary>
    Globe,
    /// <summary>Graduation.</summary>
    Graduation,
    /// <summary>Heart.</summary>
    Heart,
    /// <summary>Help.</summary>
    Help,
    /// <summary>History.</summary>
    History,
    /// <summary>Home.</summary>
    Home,
    /// <summary>Hourglass.</summary>
    Hourglass,
    /// <summary>Image.</summary>
    Image,
    /// <summary>Inbox.</summary>
    Inbox,
    /// <summary>Info.</summary>
    Info,
    /// <summary>Keyboard.</summary>
    Keyboard,
    /// <summary>Landmark.</summary>
    Landmark,
    /// <summary>Lock.</summary>
    Lock,
    /// <summary>Mail.</summary>
    Mail,
    /// <summary>Map Pin.</summary>
    MapPin,
    /// <summary>Menu.</summary>
    Menu,
    /// <summary>Message.</summary>
    Message,
    /// <summary>Money.</summary>
    Money,
    /// <summary>Moon.</summary>
    Moon,
    /// <summary>Pause.</summary>
    Pause,
    /// <summary>Pencil.</summary>
    Pencil,
    /// <summary>Phone.</summary>
    Phone,
    /// <summary>Plus.</summary>
    Plus,
    /// <summary>Printer.</summary>
    Printer,
    /// <summary>Qr Code.</summary>
    QrCode,
    /// <summary>Refresh.</summary>
    Refresh,
    /// <summary>Retry.</summary>
    Retry,
    /// <summary>Search.</summary>
    Search,
    /// <summary>Send.</summary>
    Send,
    /// <summary>Settings.</summary>
    Settings,
    /// <summary>Sign In.</summary>
    SignIn,
    /// <summary>Sign Out.</summary>
    SignOut,
    /// <summary>Stamp.</summary>
    Stamp,
    /// <summary>Stethoscope.</summary>
    Stethoscope,
    /// <summary>Store.</summary>
    Store,
    /// <summary>Sun.</summary>
    Sun,
    /// <summary>Text Size.</summary>
    TextSize,
    /// <summary>Trash.</summary>
    Trash,
    /// <summary>Undo.</summary>
    Undo,
    /// <summary>Upload.</summary>
    Upload,
    /// <summary>User.</summary>
    User,
    /// <summary>User Check.</summary>
    UserCheck,
    /// <summary>Users.</summary>
    Users,
    /// <summary>Wallet.</summary>
    Wallet,
    /// <summary>X.</summary>
    X,
    /// <summary>XCircle.</summary>
    XCircle,
}
