package org.tongban.template;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Conformance;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class TemplateProgrammeConformanceTest {
    @Test
    @Tag("CO-8")
    void the_module_keeps_what_any_module_must() {
        Conformance.check();
    }
}
