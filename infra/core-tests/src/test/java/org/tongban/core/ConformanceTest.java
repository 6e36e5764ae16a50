package org.tongban.core;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Conformance;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class ConformanceTest {
    @Test
    @Tag("CO-8")
    @Tag("CO-28")
    @Tag("CO-55")
    void the_platform_and_the_trial_module_keep_what_any_module_must() {
        Conformance.check();
    }
}
