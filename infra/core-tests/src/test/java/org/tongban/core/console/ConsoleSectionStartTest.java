package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.InstalledModules;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.StartRefused;
import org.tongban.core.module.Title;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Field;
import org.tongban.core.section.ConsoleSection.Kind;
import org.tongban.core.section.ConsoleSection.Link;
import org.tongban.core.section.ConsoleSection.Listing;
import org.tongban.core.section.ConsoleSection.Next;
import org.tongban.core.web.internal.OperationCalls;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A section that cannot work stops the start, and not its first reader. */
@TongbanTest
@Tag("CO-2")
@Tag("CO-47b")
class ConsoleSectionStartTest {
    private static final Title TITLE = new Title("公告", "Notices");
    private static final String LIST = "listNotices";

    private final Tongban tongban;

    ConsoleSectionStartTest(Tongban tongban) {
        this.tongban = tongban;
    }

    private record Trial(List<ConsoleSection> consoleSections) implements PlatformModule {}

    private static ConsoleSection section(String id, String operation, String leadsTo, Action... actions) {
        var columns = List.of(new Field(TITLE, "/title", Kind.TEXT));
        var listing = new Listing(operation, columns, new Link(leadsTo, List.of("/id")));
        return new ConsoleSection(id, TITLE, List.of("id"), listing, null, List.of(actions));
    }

    private void start(ConsoleSection... sections) {
        var descriptor = tongban.context()
                .getBean(ModuleRegistry.class)
                .modules()
                .getFirst()
                .descriptor();
        var modules = new InstalledModules(
                List.of(new Installed(descriptor, new Trial(List.of(sections)))), List.of(), List.of());
        new ConsoleSections(new ModuleRegistry(modules), tongban.context().getBean(OperationCalls.class));
    }

    @Test
    void a_section_whose_operations_and_links_are_there_starts() {
        assertThatCode(() -> start(section("trial.one", LIST, "trial.one"))).doesNotThrowAnyException();
    }

    @Test
    void one_that_is_declared_twice_stops_the_start() {
        assertThatThrownBy(
                        () -> start(section("trial.one", LIST, "trial.one"), section("trial.one", LIST, "trial.one")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("“trial.one”")
                .hasMessageContaining("twice");
    }

    @Test
    void an_operation_that_nobody_has_stops_the_start() {
        var action = new Action("doNothingKnown", TITLE, false, null, List.of(), new Next.Back());
        assertThatThrownBy(() -> start(section("trial.one", "listNothing", "trial.one")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("“listNothing”");
        assertThatThrownBy(() -> start(section("trial.one", LIST, "trial.one", action)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("“doNothingKnown”");
    }

    @Test
    void a_link_to_no_section_stops_the_start() {
        assertThatThrownBy(() -> start(section("trial.one", LIST, "trial.two")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("“trial.two”");
    }
}
