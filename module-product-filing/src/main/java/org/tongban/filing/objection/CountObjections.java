package org.tongban.filing.objection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.Folding;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.RequestOrigin;
import org.tongban.filing.ObjectionError;

/**
 * The limits against abuse (PF-62): so many a day of a phone and of an address, one open of a phone on a product. They are
 * kept by locks on what is counted by, so that of many at once no more come through than one after another.
 */
@Singleton
class CountObjections {
    private static final String TABLE = "product_filing.objection.";

    private final ObjectionRepository objections;
    private final MasterKey masterKey;
    private final RequestOrigin origin;
    private final BusinessClock clock;
    private final int mostOfPhone;
    private final int mostOfAddress;

    CountObjections(
            ObjectionRepository objections,
            MasterKey masterKey,
            RequestOrigin origin,
            BusinessClock clock,
            @Value("${platform.product-filing.objections.per-phone:5}") int mostOfPhone,
            @Value("${platform.product-filing.objections.per-address:20}") int mostOfAddress) {
        this.objections = objections;
        this.masterKey = masterKey;
        this.origin = origin;
        this.clock = clock;
        this.mostOfPhone = mostOfPhone;
        this.mostOfAddress = mostOfAddress;
    }

    /** What an objection is counted by; each is a blind index. */
    record Counted(byte[] phone, byte[] address, byte[] text) {}

    /** Makes others of the same phone or address wait until the transaction ends. */
    Counted lock(String phone, UUID product, String content) {
        var counted = counted(phone, product, content);
        Stream.of(counted.phone(), counted.address())
                .map(index -> ByteBuffer.wrap(index).getLong())
                .distinct()
                .sorted()
                .forEach(objections::lockCount);
        return counted;
    }

    Counted counted(String phone, UUID product, String content) {
        return new Counted(index("phone_index", phone), index("address_index", origin.text()), text(product, content));
    }

    /** By what the same text on a product is found: what differs in spaces, punctuation, width or case alone is the same. */
    byte[] text(UUID product, String content) {
        return index("text_index", product + "/" + Folding.search(content));
    }

    /** Refuses one more than there may be. */
    void requireRoom(Counted counted, UUID product, LocalDate day) {
        refusal(counted, product, day).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** What would refuse one more now; empty where there is room. */
    Optional<DomainException> refusal(Counted counted, UUID product, LocalDate day) {
        if (objections.isAnyOpenOf(product, counted.phone())) {
            return Optional.of(DomainException.of(ObjectionError.OBJECTION_OPEN));
        }
        if (objections.countOfPhone(counted.phone(), day) >= mostOfPhone
                || objections.countOfAddress(counted.address(), day) >= mostOfAddress) {
            var tomorrow = day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
            return Optional.of(DomainException.of(ObjectionError.OBJECTION_LIMIT)
                    .endingAfter(Duration.between(clock.now(), tomorrow)));
        }
        return Optional.empty();
    }

    private byte[] index(String column, String value) {
        return masterKey.blindIndex(value, TABLE + column);
    }
}
