package org.tongban.membership;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Conformance;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class MembershipConformanceTest {
    @Test
    @Tag("CO-8")
    @Tag("CO-28")
    void the_module_keeps_what_any_module_must() {
        Conformance.check();
    }
}
