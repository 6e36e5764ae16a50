package org.tongban.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.web.Transactions;

/** The borders between core and modules, and between the layers inside them. */
class BordersTest {
    private static final String CORE = "org.tongban.core";
    /** The root packages of the distribution's modules, where their declarations are. */
    private static final List<String> MODULES = ServiceLoader.load(PlatformModule.class).stream()
            .map(declaration -> declaration.type().getPackageName())
            .filter(name -> !name.startsWith(CORE))
            .toList();

    /** The name of a type in the signature of what modules may use. */
    private static final Pattern TYPE = Pattern.compile("^type (?:[a-z-]+ |@interface )*([a-z.]+\\.[A-Z][\\w$]*)");

    /** Without what the annotation processors write. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/$") && !location.contains("/Serde"))
            .importPackages(Stream.concat(Stream.of(CORE), MODULES.stream()).toArray(String[]::new));

    @Test
    void every_package_named_here_has_classes() {
        assertThat(Stream.concat(Stream.of(CORE), MODULES.stream()))
                .allSatisfy(name -> assertThat(CLASSES.stream()
                                .filter(type -> type.getPackageName().startsWith(name)))
                        .as(name)
                        .isNotEmpty());
    }

    @Test
    @Tag("CO-2")
    void core_knows_no_module() {
        noClasses()
                .that()
                .resideInAPackage(CORE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODULES.stream().map(name -> name + "..").toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    @Tag("CO-6")
    void a_module_uses_of_another_its_root_package_only() {
        for (var module : MODULES) {
            var others = MODULES.stream()
                    .filter(other -> !other.equals(module))
                    .map(other -> other + ".*..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void what_is_internal_to_core_is_used_by_core_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "..internal..")
                .check(CLASSES);
    }

    @Test
    @Tag("CO-8")
    void modules_use_what_is_promised_to_them_alone() throws IOException {
        var promised = Files.readAllLines(Path.of("../../platform-core/spi.txt")).stream()
                .map(TYPE::matcher)
                .filter(Matcher::find)
                .map(line -> CORE + "." + line.group(1))
                .collect(Collectors.toSet());
        var used = CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith(CORE + "."))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(CORE + "."))
                .filter(dependency -> !promised.contains(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(Dependency::getDescription);

        assertThat(promised).isNotEmpty();
        assertThat(used).isEmpty();
    }

    @Test
    void controllers_hold_no_sql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void transactions_are_opened_in_one_place() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Transactions.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(TransactionOperations.class)
                .orShould()
                .beAnnotatedWith(Transactional.class)
                .check(CLASSES);
    }
}
