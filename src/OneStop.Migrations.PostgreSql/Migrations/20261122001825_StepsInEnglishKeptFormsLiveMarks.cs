using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class StepsInEnglishKeptFormsLiveMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_en",
                schema: "dossiers",
                table: "step_row",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "current_step_name_en",
                schema: "dossiers",
                table: "dossier",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept_form",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    sealed_fields = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "live_mark",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_live_mark", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kept_form_expires_at",
                schema: "identity",
                table: "kept_form",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_kept_form_secret_hash",
                schema: "identity",
                table: "kept_form",
                column: "secret_hash");

            migrationBuilder.CreateIndex(
                name: "IX_live_mark_at",
                schema: "kernel",
                table: "live_mark",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_form",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "live_mark",
                schema: "kernel");

            migrationBuilder.DropColumn(
                name: "name_en",
                schema: "dossiers",
                table: "step_row");

            migrationBuilder.DropColumn(
                name: "current_step_name_en",
                schema: "dossiers",
                table: "dossier");
        }
    }
}
