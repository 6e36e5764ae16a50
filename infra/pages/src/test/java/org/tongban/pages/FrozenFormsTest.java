package org.tongban.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.form.FormLock;
import org.tongban.core.form.Forms;
import org.tongban.core.form.IdentifierChecks;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.module.InstalledModules.Installed;

/** The forms that are frozen are as they were then; {@code tongban.freeze=true} freezes the others too. */
@Tag("CO-32")
class FrozenFormsTest {
    private static final List<Installed> MODULES = Repository.MODULES.enabled();

    /** That a frozen form is as it was is checked here, as at each start. */
    private static final Forms FORMS = new Forms(
            new SchemaCompiler(IdentifierChecks.all(() -> LocalDate.EPOCH), (set, level, code) -> true),
            MODULES.stream().map(Installed::declarations).toList());

    @Test
    void every_lock_is_as_the_switch_writes_it() throws IOException {
        var freezing = Boolean.getBoolean("tongban.freeze");
        for (var module : FORMS.all().stream().map(RegisteredForm::module).collect(Collectors.toSet())) {
            var loader = FrozenFormsTest.class.getClassLoader();
            var file = file(module);
            if (freezing) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, FormLock.freeze(loader, module, FORMS.all()));
            } else if (Files.exists(file)) {
                assertThat(file).hasContent(FormLock.freeze(loader, module, List.of()));
            }
        }
        assertThat(FORMS.all()).isNotEmpty();
    }

    private static Path file(String module) {
        var sources = module.equals("platform") ? "platform-core" : "module-" + module;
        return Repository.TREE.root().resolve(sources + "/src/main/resources").resolve(FormLock.path(module));
    }
}
