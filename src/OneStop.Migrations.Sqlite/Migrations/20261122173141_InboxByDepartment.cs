using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OneStop.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class InboxByDepartment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_approvals_work_task_agency_id_role_department_id_state_sort_due_id",
                table: "approvals_work_task",
                columns: new[] { "agency_id", "role", "department_id", "state", "sort_due", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_approvals_work_task_agency_id_role_department_id_state_sort_due_id",
                table: "approvals_work_task");
        }
    }
}
