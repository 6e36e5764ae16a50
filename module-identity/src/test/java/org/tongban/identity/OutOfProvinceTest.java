package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.EnrolSteps.OUT_OF_PROVINCE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.env.PropertySource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    private void switchedOn(Runnable test) {
        set(true);
        try {
            test.run();
        } finally {
            set(false);
        }
    }

    private void set(boolean wanted) {
        tongban.context()
                .getEnvironment()
                .addPropertySource(PropertySource.of(
                        "out-of-province", Map.of("platform.identity.out-of-province-any-id-type", wanted)));
    }

    /** A unit whose representative has a foreign passport. */
    private Unit unit() {
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

    private ObjectNode byPassport(Unit unit) {
        return steps.outOfProvince(unit).put("legalRepIdType", "passport-foreign");
    }

    @Test
    void as_shipped_only_a_resident_id_names_a_representative() {
        var there = steps.unit("320102", "");
        var said = steps.outOfProvince(there).put("legalRepIdType", "resident-id");
        assertThat(steps.verify(OUT_OF_PROVINCE, said).status()).isEqualTo(201);
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(unit())).violations())
                .containsExactly("/legalRepIdType resident-id-only");
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(there).put("legalRepIdType", "library-card"))
                        .violations())
                .containsExactly("/legalRepIdType resident-id-only");
    }

    @Test
    void switched_on_any_kind_does_and_the_number_has_to_be_of_it() {
        switchedOn(this::assertAnyKindDoes);
    }

    private void assertAnyKindDoes() {
        var unit = unit();
        var verified = steps.verify(OUT_OF_PROVINCE, byPassport(unit));
        assertThat(verified.status()).as(verified.toString()).isEqualTo(201);
        assertThat(verified.json().path("token").asText()).hasSizeGreaterThan(20);
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(unit)).violations())
                .as("a resident ID where nothing is said")
                .containsExactly("/legalRepIdNumber length");
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(unit).put("legalRepIdType", "hk-macao-permit"))
                        .violations())
                .singleElement()
                .asString()
                .startsWith("/legalRepIdNumber ");
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(unit).put("legalRepIdNumber", "C01X00T48"))
                        .violations())
                .containsExactly("/legalRepIdNumber differs-from-registry");
        assertThat(steps.verify(OUT_OF_PROVINCE, byPassport(unit).put("legalRepIdType", "library-card"))
                        .violations())
                .containsExactly("/legalRepIdType enum");
        var resident = steps.unit("320102", "");
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(resident)).status())
                .isEqualTo(201);
    }
}
