package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.EnrolSteps.OUT_OF_PROVINCE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.identity.EnrolSteps.Unit;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** By which documents the representatives of units of other provinces are named (ID-11). */
@TongbanTest
@Tag("ID-11")
class OutOfProvinceTest {
    private static final String PASSPORT = "C01X00T47";

    private final EnrolSteps steps;
    private final Tongban tongban;

    OutOfProvinceTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new EnrolSteps(tongban);
    }

    /** A unit whose representative has a foreign passport. */
    private static Unit unit(EnrolSteps steps) {
        var unit = new Unit(Fresh.uscc(), PASSPORT);
        steps.steps.importRegistry(
                List.of("%s,%s,,有限责任公司,active,2010-03-03,,示例路1号,320102,1000,6510,%s,passport-foreign,%s,,2026-01-01"
                        .formatted(
                                unit.uscc(),
                                IdentitySteps.nameOf(unit.uscc()),
                                IdentitySteps.REPRESENTATIVE,
                                PASSPORT)));
        return unit;
    }

    private static ObjectNode byPassport(EnrolSteps steps, Unit unit) {
        return steps.outOfProvince(unit).put("legalRepIdType", "passport-foreign");
    }

    @Test
    void as_shipped_only_a_resident_id_names_a_representative() {
        var there = steps.unit("320102", "");
        var said = steps.outOfProvince(there).put("legalRepIdType", "resident-id");
        assertThat(steps.verify(OUT_OF_PROVINCE, said).status()).isEqualTo(201);
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(steps, unit(steps))).violations())
                .containsExactly("/legalRepIdType resident-id-only");
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(there).put("legalRepIdType", "library-card"))
                        .violations())
                .containsExactly("/legalRepIdType resident-id-only");
    }

    @Test
    void switched_on_any_kind_does_and_the_number_has_to_be_of_it(@TempDir Path data) {
        var switchedOn = Tongban.start(
                tongban.servers(),
                data,
                Map.of(
                        // The same passwords: others would end the sessions of the server that all tests share.
                        "platform.demo-accounts-file",
                        tongban.context().getRequiredProperty("platform.demo-accounts-file", String.class),
                        "platform.identity.out-of-province-any-id-type",
                        true,
                        "platform.tasks.enabled",
                        false));
        try {
            assertAnyKindDoes(new EnrolSteps(switchedOn));
        } finally {
            switchedOn.stop();
        }
    }

    private static void assertAnyKindDoes(EnrolSteps steps) {
        var unit = unit(steps);
        var verified = steps.verify(OUT_OF_PROVINCE, byPassport(steps, unit));
        assertThat(verified.status()).as(verified.toString()).isEqualTo(201);
        assertThat(verified.json().path("token").asText()).hasSizeGreaterThan(20);
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(unit)).violations())
                .as("a resident ID where nothing is said")
                .containsExactly("/legalRepIdNumber length");
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(steps, unit).put("legalRepIdType", "hk-macao-permit"))
                        .violations())
                .singleElement()
                .asString()
                .startsWith("/legalRepIdNumber ");
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(steps, unit).put("legalRepIdNumber", "C01X00T48"))
                        .violations())
                .containsExactly("/legalRepIdNumber differs-from-registry");
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(steps, unit).put("legalRepIdType", "library-card"))
                        .violations())
                .containsExactly("/legalRepIdType enum");
        var resident = steps.unit("320102", "");
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(resident)).status())
                .isEqualTo(201);
    }
}
