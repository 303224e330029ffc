using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ListenForSignals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "signal_subscription",
                schema: "approvals",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    signal = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signal_subscription", x => new { x.instance_id, x.signal });
                });

            migrationBuilder.CreateIndex(
                name: "IX_signal_subscription_signal",
                schema: "approvals",
                table: "signal_subscription",
                column: "signal");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "signal_subscription",
                schema: "approvals");
        }
    }
}
