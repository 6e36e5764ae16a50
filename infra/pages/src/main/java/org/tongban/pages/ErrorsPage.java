package org.tongban.pages;

import static org.tongban.pages.Markdown.code;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tongban.core.form.Forms;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.Title;
import org.tongban.core.web.ErrorCode;

/** {@code docs/errors.md}: every error code, in the order of the page that the platform serves (CO-10). */
final class ErrorsPage {
    private final List<Installed> modules;

    ErrorsPage(List<Installed> modules) {
        this.modules = modules;
    }

    private record Declared(String module, ErrorCode error) {}

    String text() {
        var page = Markdown.page(
                "Error codes",
                "A failed call answers `application/problem+json`; its `code` is one of these, and its `type` leads to"
                        + " the same list under `/docs/errors` of the platform that answered. The sentence says what"
                        + " happened and what to do; it is the answer's `title`, after `Accept-Language`.");
        page.table(
                List.of("code", "status", "English", "中文", "module"),
                modules.stream()
                        .flatMap(module -> module.declarations().errors().stream()
                                .<Declared>map(error ->
                                        new Declared(module.descriptor().id(), error)))
                        .sorted(Comparator.comparing(
                                declared -> declared.error().code()))
                        .map(ErrorsPage::row));
        page.heading("What is wrong with the input")
                .paragraph("An answer about the input has `errors`, a list with everything that is wrong at once, each"
                        + " with `pointer` (a JSON pointer), `code` and `message`. These codes come of a form's or an"
                        + " endpoint's schema, … standing for the schema's value; identifiers, parameters and the rules"
                        + " of programmes have codes of their own, which their messages explain.")
                .table(
                        List.of("code", "English", "中文"),
                        Forms.violationCodes().entrySet().stream().map(ErrorsPage::row));
        return page.toString();
    }

    private static List<String> row(Declared declared) {
        var error = declared.error();
        return List.of(
                "<a id=\"%s\"></a>%s".formatted(error.code(), code(error.code())),
                Integer.toString(error.kind().status()),
                error.title().en(),
                error.title().zh(),
                code(declared.module()));
    }

    private static List<String> row(Map.Entry<String, Title> violation) {
        return List.of(
                code(violation.getKey()),
                violation.getValue().en(),
                violation.getValue().zh());
    }
}
