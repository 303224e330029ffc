using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ThirdPartyTimeAndStepDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "agency_id",
                schema: "approvals",
                table: "process_job",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                schema: "approvals",
                table: "process_job",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "started_at",
                schema: "approvals",
                table: "process_job",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "token",
                schema: "approvals",
                table: "process_job",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ends_at",
                schema: "dossiers",
                table: "clock_pause",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "party",
                schema: "dossiers",
                table: "clock_pause",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "moved_steps",
                schema: "org",
                table: "calendar_change",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "step_pause",
                schema: "approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    token = table.Column<int>(type: "int", nullable: true),
                    ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    legal_ground = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    document = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_step_pause", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_task_state_instance_id",
                schema: "approvals",
                table: "work_task",
                columns: new[] { "state", "instance_id" });

            migrationBuilder.CreateIndex(
                name: "IX_clock_pause_ends_at",
                schema: "dossiers",
                table: "clock_pause",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_step_pause_instance_id",
                schema: "approvals",
                table: "step_pause",
                column: "instance_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "step_pause",
                schema: "approvals");

            migrationBuilder.DropIndex(
                name: "IX_work_task_state_instance_id",
                schema: "approvals",
                table: "work_task");

            migrationBuilder.DropIndex(
                name: "IX_clock_pause_ends_at",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.DropColumn(
                name: "agency_id",
                schema: "approvals",
                table: "process_job");

            migrationBuilder.DropColumn(
                name: "minutes",
                schema: "approvals",
                table: "process_job");

            migrationBuilder.DropColumn(
                name: "started_at",
                schema: "approvals",
                table: "process_job");

            migrationBuilder.DropColumn(
                name: "token",
                schema: "approvals",
                table: "process_job");

            migrationBuilder.DropColumn(
                name: "ends_at",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.DropColumn(
                name: "party",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.DropColumn(
                name: "moved_steps",
                schema: "org",
                table: "calendar_change");
        }
    }
}
