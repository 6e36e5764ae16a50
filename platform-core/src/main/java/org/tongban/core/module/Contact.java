package org.tongban.core.module;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How those who run a programme are reached (CO-34): keys {@code contact.phone}, {@code contact.hours.zh} and so on. */
public record Contact(
        @Nullable String phone,
        @Nullable Title hours,
        @Nullable Title address) {
    /** What a descriptor says of it; null where it says nothing. */
    static @Nullable Contact of(Properties properties) {
        var phone = properties.getProperty("contact.phone");
        var hours = title(properties, "contact.hours");
        var address = title(properties, "contact.address");
        return phone == null && hours == null && address == null ? null : new Contact(phone, hours, address);
    }

    private static @Nullable Title title(Properties properties, String key) {
        var zh = properties.getProperty(key + ".zh");
        var en = properties.getProperty(key + ".en");
        if (zh == null && en == null) {
            return null;
        }
        if (zh == null || en == null) {
            throw new IllegalArgumentException("the key “%s” is there in one language only".formatted(key));
        }
        return new Title(zh, en);
    }
}
