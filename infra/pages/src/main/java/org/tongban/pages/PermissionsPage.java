package org.tongban.pages;

import static org.tongban.pages.Markdown.code;
import static org.tongban.pages.Markdown.codes;
import static org.tongban.pages.Markdown.yes;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongban.core.module.InstalledModules.Installed;

/** {@code docs/permissions.md}: what may be granted, who holds it, and what each endpoint asks for (CO-28). */
final class PermissionsPage {
    private final List<Installed> modules;

    PermissionsPage(List<Installed> modules) {
        this.modules = modules;
    }

    String text() {
        var page = Markdown.page(
                "Permissions and endpoints",
                "What the installed modules declare, and what their controllers ask for. Health and figures are not"
                        + " here: they have a port of their own.");
        page.heading("Permissions")
                .table(
                        List.of("permission", "中文", "English", "module"),
                        modules.stream()
                                .flatMap(module -> module.declarations().permissions().stream()
                                        .map(permission -> List.of(
                                                code(permission.id()),
                                                permission.title().zh(),
                                                permission.title().en(),
                                                code(module.descriptor().id())))));
        page.heading("Who holds them")
                .paragraph("Every account of a realm holds what the realm grants; staff also what their roles grant.")
                .table(
                        List.of("realm or role", "中文", "English", "permissions", "module"),
                        Stream.concat(realms(), roles()));
        for (var module : modules) {
            var endpoints = EndpointScan.of(module.declarations());
            if (!endpoints.isEmpty()) {
                page.heading("Endpoints of %s".formatted(module.descriptor().id()))
                        .table(
                                List.of(
                                        "endpoint",
                                        "operation",
                                        "who",
                                        "whose record",
                                        "audited as",
                                        "Idempotency-Key",
                                        "If-Match"),
                                endpoints.stream().map(PermissionsPage::row));
            }
        }
        matrix(page);
        return page.toString();
    }

    private void matrix(Markdown page) {
        var matrix = new AccessMatrix(modules);
        page.heading("The matrix")
                .paragraph("What each endpoint answers each kind of caller before it looks at the request itself:"
                        + " `yes` it goes on, `own` it goes on for the caller's own records or those of its"
                        + " region, and another's is 404 like one that does not exist; `gate` is 403 with the code of"
                        + " what the account has to do before anything else. `PermissionMatrixTest`"
                        + " carries every cell out against the running platform, with real accounts and"
                        + " records.")
                .table(
                        Stream.concat(
                                        Stream.of("endpoint"),
                                        matrix.callers().stream().map(MatrixCaller::words))
                                .toList(),
                        matrix.endpoints().stream()
                                .map(endpoint -> Stream.concat(
                                                Stream.of(code(endpoint.method() + " " + endpoint.path())),
                                                matrix.callers().stream()
                                                        .map(caller -> matrix.verdict(endpoint, caller)
                                                                .words()))
                                        .toList()));
    }

    private Stream<List<String>> realms() {
        return modules.stream()
                .flatMap(module -> module.declarations().realms().stream()
                        .map(realm -> List.of(
                                "realm " + code(realm.id()),
                                realm.title().zh(),
                                realm.title().en(),
                                codes(new TreeSet<>(realm.permissions())),
                                code(module.descriptor().id()))));
    }

    private Stream<List<String>> roles() {
        return modules.stream()
                .flatMap(module -> module.declarations().roles().stream()
                        .map(role -> List.of(
                                "role " + code(role.id()),
                                role.title().zh(),
                                role.title().en(),
                                codes(new TreeSet<>(role.permissions())),
                                code(module.descriptor().id()))));
    }

    private static List<String> row(Endpoint endpoint) {
        return List.of(
                code(endpoint.method() + " " + endpoint.path()),
                code(endpoint.operation()),
                endpoint.access().words(),
                code(Objects.requireNonNullElse(endpoint.owner(), "")),
                code(Objects.requireNonNullElse(endpoint.action(), "")),
                yes(endpoint.idempotent()),
                endpoint.ifMatch() ? "demanded" : "");
    }
}
