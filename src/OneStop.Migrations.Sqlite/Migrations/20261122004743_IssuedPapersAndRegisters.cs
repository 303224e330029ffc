using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IssuedPapersAndRegisters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "documents_issued_paper",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    dossier_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    replaced_by = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents_issued_paper", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "dossiers_register_export",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    agency_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    superior_agency = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    scope = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    filter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    written = table.Column<int>(type: "INTEGER", nullable: false),
                    volumes = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossiers_register_export", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_dossier_accepted_at_id",
                table: "dossiers_dossier",
                columns: new[] { "accepted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_issued_paper_dossier_id",
                table: "documents_issued_paper",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "IX_documents_issued_paper_sha256",
                table: "documents_issued_paper",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_register_export_due_at",
                table: "dossiers_register_export",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_register_export_requested_by_id_created_at",
                table: "dossiers_register_export",
                columns: new[] { "requested_by_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_issued_paper");

            migrationBuilder.DropTable(
                name: "dossiers_register_export");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_dossier_accepted_at_id",
                table: "dossiers_dossier");
        }
    }
}
