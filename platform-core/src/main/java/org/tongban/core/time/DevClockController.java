package org.tongban.core.time;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Title;
import org.tongban.core.web.Audited;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Violation;
import org.tongban.core.web.Write;

/** Moves business time, to see deadlines pass; exists in {@code dev} and {@code test} only. */
@Hidden
@Controller("/api/platform/v1/dev/clock")
@Requires(env = {"dev", "test"})
class DevClockController {
    /** What the audit trail knows the one clock by. */
    private static final UUID CLOCK = new UUID(0, 0);
    /** What every date of the platform, and the distance between two in microseconds, can be. */
    private static final int EARLIEST = 1970;

    private static final int LATEST = 2200;

    private final MovableClock clock;
    private final DatabaseClock real;

    DevClockController(MovableClock clock, DatabaseClock real) {
        this.clock = clock;
        this.real = real;
    }

    /** Where business time is to stand. */
    @Serdeable
    record Wanted(@Nullable OffsetDateTime businessTime) {}

    /** Business time in Asia/Shanghai, real time, and the seconds between them. */
    @Serdeable
    record Shown(OffsetDateTime businessTime, Instant realTime, long movedBySeconds) implements Audited {
        @Override
        public String auditSubject() {
            return "platform/clock";
        }

        @Override
        public UUID auditId() {
            return CLOCK;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("businessTime", businessTime.toString());
        }
    }

    /** What time it is. */
    @Open
    @Read
    @Get
    Shown devClock() {
        return shown(clock.now());
    }

    /** Moves business time; it runs on from there, on every node within a second. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.clock.move", idempotent = false)
    @Put
    HttpResponse<Shown> moveDevClock(@Body @Nullable Wanted wanted) {
        var moment = moment(wanted);
        clock.moveTo(moment);
        return HttpResponse.ok(shown(moment));
    }

    private static Instant moment(@Nullable Wanted wanted) {
        if (wanted == null) {
            throw DomainException.of(CoreError.BAD_REQUEST);
        }
        var time = wanted.businessTime();
        if (time == null) {
            throw refused("required", new Title("此项必填", "Required"));
        }
        if (time.getYear() < EARLIEST || time.getYear() > LATEST) {
            throw refused(
                    "out-of-range",
                    new Title(
                            "须在 %d 至 %d 年之间".formatted(EARLIEST, LATEST),
                            "From the year %d to %d".formatted(EARLIEST, LATEST)));
        }
        return time.toInstant();
    }

    private static DomainException refused(String code, Title message) {
        return DomainException.of(CoreError.INVALID_INPUT, List.of(new Violation("/businessTime", code, message)));
    }

    /** Takes business time back to real time. */
    @Permitted(CoreModule.OPERATE)
    @Write(action = "platform.clock.reset", idempotent = false)
    @Delete
    HttpResponse<Shown> resetDevClock() {
        clock.reset();
        return HttpResponse.ok(shown(real.now()));
    }

    private Shown shown(Instant business) {
        var now = real.now();
        return new Shown(
                business.atZone(BusinessClock.ZONE).toOffsetDateTime(),
                now,
                business.getEpochSecond() - now.getEpochSecond());
    }
}
