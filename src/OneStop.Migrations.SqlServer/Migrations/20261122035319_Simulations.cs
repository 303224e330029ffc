using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Simulations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "simulation_run",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    draft_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    beside_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    asked_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    asked_by_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    request = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    progress = table.Column<int>(type: "int", nullable: false),
                    report = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    error_code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_simulation_run", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_simulation_run_due_at",
                schema: "approvals",
                table: "simulation_run",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_simulation_run_key_asked_at",
                schema: "approvals",
                table: "simulation_run",
                columns: new[] { "key", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "simulation_run",
                schema: "approvals");
        }
    }
}
