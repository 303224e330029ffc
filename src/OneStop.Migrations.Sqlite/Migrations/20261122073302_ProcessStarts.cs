using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProcessStarts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "process_version_id",
                table: "approvals_process_job",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approvals_start_subscription",
                columns: table => new
                {
                    process_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    element = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_start_subscription", x => new { x.process_version_id, x.element, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_start_subscription_name_kind",
                table: "approvals_start_subscription",
                columns: new[] { "name", "kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_start_subscription");

            migrationBuilder.DropColumn(
                name: "process_version_id",
                table: "approvals_process_job");
        }
    }
}
