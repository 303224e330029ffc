using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class LegalClockAndRuleSets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "stops_after",
                schema: "dossiers",
                table: "supplement_request",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<decimal>(
                name: "term_amount",
                schema: "catalogue",
                table: "procedure_channel",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "document",
                schema: "org",
                table: "holiday",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours",
                schema: "org",
                table: "holiday",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lines",
                schema: "dossiers",
                table: "due_note",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plan",
                schema: "dossiers",
                table: "due_note",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "late_at",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "legal_due_at",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule_set_key",
                schema: "dossiers",
                table: "dossier",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "term_unit",
                schema: "dossiers",
                table: "dossier",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "warn_at",
                schema: "dossiers",
                table: "dossier",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "dossiers",
                table: "deadline_change",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Pause");

            migrationBuilder.AddColumn<string>(
                name: "document",
                schema: "dossiers",
                table: "clock_pause",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_ground",
                schema: "dossiers",
                table: "clock_pause",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "limit_amount",
                schema: "dossiers",
                table: "clock_pause",
                type: "numeric(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "limit_unit",
                schema: "dossiers",
                table: "clock_pause",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_change",
                schema: "org",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ground = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    document = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    moved_dossiers = table.Column<int>(type: "integer", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_change", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_supplement_request_stops_after",
                schema: "dossiers",
                table: "supplement_request",
                column: "stops_after");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_status_late_at",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "status", "late_at" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_status_warn_at",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "status", "warn_at" });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_change_at",
                schema: "org",
                table: "calendar_change",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_change",
                schema: "org");

            migrationBuilder.DropIndex(
                name: "IX_supplement_request_stops_after",
                schema: "dossiers",
                table: "supplement_request");

            migrationBuilder.DropIndex(
                name: "IX_dossier_status_late_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropIndex(
                name: "IX_dossier_status_warn_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "stops_after",
                schema: "dossiers",
                table: "supplement_request");

            migrationBuilder.DropColumn(
                name: "document",
                schema: "org",
                table: "holiday");

            migrationBuilder.DropColumn(
                name: "hours",
                schema: "org",
                table: "holiday");

            migrationBuilder.DropColumn(
                name: "lines",
                schema: "dossiers",
                table: "due_note");

            migrationBuilder.DropColumn(
                name: "plan",
                schema: "dossiers",
                table: "due_note");

            migrationBuilder.DropColumn(
                name: "late_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "legal_due_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "rule_set_key",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "term_unit",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "warn_at",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "dossiers",
                table: "deadline_change");

            migrationBuilder.DropColumn(
                name: "document",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.DropColumn(
                name: "legal_ground",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.DropColumn(
                name: "limit_amount",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.DropColumn(
                name: "limit_unit",
                schema: "dossiers",
                table: "clock_pause");

            migrationBuilder.AlterColumn<int>(
                name: "term_amount",
                schema: "catalogue",
                table: "procedure_channel",
                type: "integer",
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(18,2)",
                oldPrecision: 18,
                oldScale: 2,
                oldNullable: true);
        }
    }
}
