package org.tongban.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.ErrorCode;

/** The pages that follow from the code are in git as the code has it; {@code tongban.write=true} writes them. */
class PagesTest {
    private static final Map<String, String> PAGES = new GeneratedPages(Repository.TREE, Repository.MODULES).all();

    static Collection<String> pages() {
        return PAGES.keySet();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_in_git_is_what_the_code_says(String path) throws IOException {
        var made = PAGES.get(path);
        if (Boolean.getBoolean("tongban.write")) {
            Files.writeString(Repository.TREE.root().resolve(path), made);
        }
        var kept = Repository.TREE.read(path);
        assertThat(kept.isPresent() && kept.get().text().equals(made))
                .as("%s differs from what the code says: run infra/docs", path)
                .isTrue();
    }

    @Test
    void a_page_comes_out_the_same_twice() {
        assertThat(new GeneratedPages(Repository.TREE, Repository.MODULES).all())
                .isEqualTo(PAGES);
    }

    @Test
    void every_page_is_linked_from_the_list_of_pages() {
        var index = Repository.TREE.read("docs/README.md").orElseThrow().text();
        assertThat(pages().stream().filter(path -> path.startsWith("docs/")))
                .allSatisfy(path -> assertThat(index).contains("](" + path.substring("docs/".length()) + ")"));
    }

    @Test
    void both_readmes_have_the_table_of_modules() {
        assertThat(List.of("README.md", "README.zh-CN.md"))
                .allSatisfy(readme -> assertThat(PAGES.get(readme)).contains("| `product-filing` |"));
    }

    @Test
    @Tag("CO-10")
    void every_error_code_has_its_anchor() {
        var page = PAGES.get("docs/errors.md");
        assertThat(Repository.MODULES.enabled().stream()
                        .<ErrorCode>flatMap(module -> module.declarations().errors().stream()))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(page).containsOnlyOnce("<a id=\"" + error.code() + "\">"));
    }

    @Test
    void every_kind_of_declaration_is_counted() {
        var kinds = Stream.of(PlatformModule.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && method.getReturnType() == List.class)
                .count();
        assertThat((long) ModulesPage.counted()).isEqualTo(kinds);
    }

    @Test
    @Tag("CO-28")
    void no_endpoint_asks_for_a_permission_that_nobody_declares() {
        var declared = Repository.MODULES.enabled().stream()
                .flatMap(module -> module.declarations().permissions().stream())
                .map(permission -> permission.id())
                .toList();
        var asked = Repository.MODULES.enabled().stream()
                .flatMap(module -> EndpointScan.of(module.declarations()).stream())
                .map(Endpoint::access)
                .toList();
        assertThat(asked.stream()
                        .filter(Access.Holder.class::isInstance)
                        .map(access -> ((Access.Holder) access).permission()))
                .isNotEmpty()
                .isSubsetOf(declared);
        assertThat(Arrays.asList(Access.class.getPermittedSubclasses()))
                .allSatisfy(kind -> assertThat(asked).hasAtLeastOneElementOfType(kind));
    }
}
