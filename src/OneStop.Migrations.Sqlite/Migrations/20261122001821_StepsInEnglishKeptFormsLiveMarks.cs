using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StepsInEnglishKeptFormsLiveMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_en",
                table: "dossiers_step_row",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "current_step_name_en",
                table: "dossiers_dossier",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_kept_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    sealed_fields = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_kept_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_live_mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_live_mark", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_kept_form_expires_at",
                table: "identity_kept_form",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_identity_kept_form_secret_hash",
                table: "identity_kept_form",
                column: "secret_hash");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_live_mark_at",
                table: "kernel_live_mark",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_kept_form");

            migrationBuilder.DropTable(
                name: "kernel_live_mark");

            migrationBuilder.DropColumn(
                name: "name_en",
                table: "dossiers_step_row");

            migrationBuilder.DropColumn(
                name: "current_step_name_en",
                table: "dossiers_dossier");
        }
    }
}
