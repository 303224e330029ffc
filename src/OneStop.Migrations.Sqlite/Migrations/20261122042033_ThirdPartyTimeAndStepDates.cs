using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ThirdPartyTimeAndStepDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "moved_steps",
                table: "org_calendar_change",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ends_at",
                table: "dossiers_clock_pause",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "party",
                table: "dossiers_clock_pause",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "agency_id",
                table: "approvals_process_job",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "approvals_process_job",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "started_at",
                table: "approvals_process_job",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "token",
                table: "approvals_process_job",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approvals_step_pause",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token = table.Column<int>(type: "INTEGER", nullable: true),
                    ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    legal_ground = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals_step_pause", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_clock_pause_ends_at",
                table: "dossiers_clock_pause",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_state_instance_id",
                table: "approvals_work_task",
                columns: new[] { "state", "instance_id" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_step_pause_instance_id",
                table: "approvals_step_pause",
                column: "instance_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals_step_pause");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_clock_pause_ends_at",
                table: "dossiers_clock_pause");

            migrationBuilder.DropIndex(
                name: "IX_approvals_work_task_state_instance_id",
                table: "approvals_work_task");

            migrationBuilder.DropColumn(
                name: "moved_steps",
                table: "org_calendar_change");

            migrationBuilder.DropColumn(
                name: "ends_at",
                table: "dossiers_clock_pause");

            migrationBuilder.DropColumn(
                name: "party",
                table: "dossiers_clock_pause");

            migrationBuilder.DropColumn(
                name: "agency_id",
                table: "approvals_process_job");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "approvals_process_job");

            migrationBuilder.DropColumn(
                name: "started_at",
                table: "approvals_process_job");

            migrationBuilder.DropColumn(
                name: "token",
                table: "approvals_process_job");
        }
    }
}
