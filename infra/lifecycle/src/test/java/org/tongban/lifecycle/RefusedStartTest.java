package org.tongban.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit stops the start with one sentence, and the module's schema is as it was. */
@Tag("CO-1")
@Tag("CO-5")
class RefusedStartTest {
    private static final String SCHEMA = "suggestions";
    private static final String ENTITY = "org/example/suggestions/Suggestion.class";

    private static Path first;
    private static Path next;
    private static Installation installation;
    private static List<String> before;

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        first = OutsideModule.built().first();
        next = OutsideModule.built().next();
        installation = Installation.named("refused");
        installation.put(OutsideModule.ID, first);
        installation.migrate(Map.of());
        before = installation.schema(SCHEMA);
        assertThat(before).isNotEmpty();
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    @BeforeEach
    void put_back_what_fits() {
        installation.remove("other");
        installation.put(OutsideModule.ID, first);
    }

    @Test
    void a_platform_out_of_range() {
        put(Jar.read(next).describing("platform", "[0.2,0.3)"));
        assertRefused("The module “suggestions” 1.1.0 needs the platform [0.2,0.3), found 0.1.0.");
    }

    @Test
    void an_optional_module_out_of_range() {
        put(Jar.read(next).describing("needs.product-filing", "[0.5,0.6)"));
        assertRefused("The module “suggestions” 1.1.0 needs the module “product-filing” [0.5,0.6), found 0.1.0.");
    }

    @Test
    void a_needed_module_that_is_not_there() {
        put(Jar.read(next).describing("needs.elsewhere", "[1.0,2.0)"));
        assertRefused("needs the module “elsewhere” [1.0,2.0), which is not there or switched off.");
    }

    @Test
    void a_descriptor_without_a_key() {
        put(Jar.read(next).silentOn("schema"));
        assertRefused("the key “schema” is missing");
    }

    @Test
    void one_module_in_two_folders() {
        installation.put("other", next);
        assertRefused("The module “suggestions” is there twice");
    }

    @Test
    void one_class_in_two_jars() {
        var twin = new Jar(Map.of(ENTITY, new byte[] {1})).written(folder.resolve("twin.jar"));
        installation.put(OutsideModule.ID, next, twin);
        assertRefused("The class org.example.suggestions.Suggestion is in two jars");
    }

    @Test
    void a_class_that_nobody_brought() {
        put(Jar.read(next).without(ENTITY));
        assertRefused(
                "The module “suggestions” needs the class org.example.suggestions.Suggestion, which is in no jar");
    }

    @Test
    void modules_that_need_each_other_in_a_circle() {
        put(Jar.read(next).describing("needs.other", "[1.0,2.0)"));
        put("other", TinyModule.compiled("other", folder).describing("needs.suggestions", "[1.0,2.0)"));
        assertRefused("The modules [other, suggestions] need each other in a circle.");
    }

    @Test
    void two_modules_that_own_the_pages() {
        put("other", TinyModule.compiled("other", folder).describing("pages", "/"));
        assertRefused("More than one module owns the pages under “/”: [other, public-portal].");
    }

    @Test
    @Tag("CO-4")
    void a_module_whose_need_is_switched_off() {
        put("other", TinyModule.compiled("other", folder).describing("needs.suggestions", "[1.0,2.0)"));
        assertRefused(
                "The module “other” 1.0.0 needs the module “suggestions” [1.0,2.0), which is not there or switched"
                        + " off.",
                Map.of("PLATFORM_MODULES_SUGGESTIONS_ENABLED", "false"));
    }

    @Test
    void a_migration_that_fails_after_others_of_its_version() {
        put(Jar.read(next).with("db/migration/suggestions/V202611210300__divide.sql", """
            create table suggestions.half (id int);
            select 1 / 0;
            """));
        assertRefused("The migration of the module “suggestions” failed: ");
    }

    @Test
    void a_server_as_a_migration() {
        put(Jar.read(next).describing("platform", "[0.2,0.3)"));
        assertOneSentence(
                installation.run(Map.of("PORT", "0"), "server"),
                "The module “suggestions” 1.1.0 needs the platform [0.2,0.3), found 0.1.0.");
    }

    private void put(Jar jar) {
        put(OutsideModule.ID, jar);
    }

    private void put(String module, Jar jar) {
        installation.put(module, jar.written(folder.resolve(module + ".jar")));
    }

    private static void assertRefused(String sentence) {
        assertRefused(sentence, Map.of());
    }

    private static void assertRefused(String sentence, Map<String, String> settings) {
        assertOneSentence(installation.run(settings, "migrate"), sentence);
        assertThat(installation.schema(SCHEMA)).isEqualTo(before);
    }

    private static void assertOneSentence(Ended ended, String sentence) {
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.errors())
                .as(ended.toString())
                .singleElement()
                .asString()
                .contains(sentence);
    }
}
