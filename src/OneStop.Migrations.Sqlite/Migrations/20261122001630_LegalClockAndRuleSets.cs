using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LegalClockAndRuleSets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "document",
                table: "org_holiday",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours",
                table: "org_holiday",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "stops_after",
                table: "dossiers_supplement_request",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lines",
                table: "dossiers_due_note",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plan",
                table: "dossiers_due_note",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "late_at",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "legal_due_at",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule_set_key",
                table: "dossiers_dossier",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "term_unit",
                table: "dossiers_dossier",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "warn_at",
                table: "dossiers_dossier",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "dossiers_deadline_change",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Pause");

            migrationBuilder.AddColumn<string>(
                name: "document",
                table: "dossiers_clock_pause",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_ground",
                table: "dossiers_clock_pause",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "limit_amount",
                table: "dossiers_clock_pause",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "limit_unit",
                table: "dossiers_clock_pause",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AlterColumn<decimal>(
                name: "term_amount",
                table: "catalogue_procedure_channel",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "org_calendar_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    moved_dossiers = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_calendar_change", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_supplement_request_stops_after",
                table: "dossiers_supplement_request",
                column: "stops_after");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_status_late_at",
                table: "dossiers_dossier",
                columns: new[] { "status", "late_at" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_status_warn_at",
                table: "dossiers_dossier",
                columns: new[] { "status", "warn_at" });

            migrationBuilder.CreateIndex(
                name: "IX_org_calendar_change_at",
                table: "org_calendar_change",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "org_calendar_change");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_supplement_request_stops_after",
                table: "dossiers_supplement_request");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_dossier_status_late_at",
                table: "dossiers_dossier");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_dossier_status_warn_at",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "document",
                table: "org_holiday");

            migrationBuilder.DropColumn(
                name: "hours",
                table: "org_holiday");

            migrationBuilder.DropColumn(
                name: "stops_after",
                table: "dossiers_supplement_request");

            migrationBuilder.DropColumn(
                name: "lines",
                table: "dossiers_due_note");

            migrationBuilder.DropColumn(
                name: "plan",
                table: "dossiers_due_note");

            migrationBuilder.DropColumn(
                name: "late_at",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "legal_due_at",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "rule_set_key",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "term_unit",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "warn_at",
                table: "dossiers_dossier");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "dossiers_deadline_change");

            migrationBuilder.DropColumn(
                name: "document",
                table: "dossiers_clock_pause");

            migrationBuilder.DropColumn(
                name: "legal_ground",
                table: "dossiers_clock_pause");

            migrationBuilder.DropColumn(
                name: "limit_amount",
                table: "dossiers_clock_pause");

            migrationBuilder.DropColumn(
                name: "limit_unit",
                table: "dossiers_clock_pause");

            migrationBuilder.AlterColumn<int>(
                name: "term_amount",
                table: "catalogue_procedure_channel",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "TEXT",
                oldPrecision: 18,
                oldScale: 2,
                oldNullable: true);
        }
    }
}
