using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ProcessStarts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "process_version_id",
                schema: "approvals",
                table: "process_job",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "start_subscription",
                schema: "approvals",
                columns: table => new
                {
                    process_version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    element = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_start_subscription", x => new { x.process_version_id, x.element, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "IX_start_subscription_name_kind",
                schema: "approvals",
                table: "start_subscription",
                columns: new[] { "name", "kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "start_subscription",
                schema: "approvals");

            migrationBuilder.DropColumn(
                name: "process_version_id",
                schema: "approvals",
                table: "process_job");
        }
    }
}
