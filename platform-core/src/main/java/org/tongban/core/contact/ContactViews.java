package org.tongban.core.contact;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.contact.ModuleContacts.Current;
import org.tongban.core.module.Contact;
import org.tongban.core.module.Title;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What enters and leaves the API about contacts (CO-34). */
final class ContactViews {
    private static final String PHONE = "^[0-9+() -]{3,40}$";
    private static final String PLAIN = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";

    private ContactViews() {}

    /** A text in both languages. */
    @Serdeable
    @Schema(name = "ContactText")
    record Text(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    pattern = PLAIN,
                    example = "工作日 9:00-17:00")
            String zh,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 200,
                    pattern = PLAIN,
                    example = "9:00 to 17:00 on working days")
            String en) {
        static @Nullable Text of(@Nullable Title title) {
            return title == null ? null : new Text(title.zh(), title.en());
        }

        static @Nullable Title title(@Nullable Text text) {
            return text == null ? null : new Title(text.zh(), text.en());
        }
    }

    /** How a programme is reached; what is absent it has not. */
    @Serdeable
    @Schema(name = "ContactChange")
    record Change(
            @Nullable @Schema(pattern = PHONE, example = "010-00000000")
            String phone,

            @Nullable Text hours,
            @Nullable Text address) {
        Contact contact() {
            return new Contact(phone, Text.title(hours), Text.title(address));
        }
    }

    /** The contact of a module in both languages, as staff edit it. */
    @Serdeable
    @Schema(name = "Contact")
    record Whole(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing")
            String module,

            @Nullable @Schema(example = "010-00000000") String phone,
            @Nullable Text hours,
            @Nullable Text address,

            @Schema(description = "0 as long as staff have not changed it", example = "1")
            long version)
            implements Audited, Versioned {
        static Whole of(Current current) {
            var contact = current.contact();
            return contact == null
                    ? new Whole(current.module(), null, null, null, current.version())
                    : new Whole(
                            current.module(),
                            contact.phone(),
                            Text.of(contact.hours()),
                            Text.of(contact.address()),
                            current.version());
        }

        @Override
        public String auditSubject() {
            return "platform/contact";
        }

        /** A module has no id of this kind; its name makes one. */
        @Override
        public UUID auditId() {
            return UUID.nameUUIDFromBytes(module.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, Object> auditDigest() {
            var digest = new LinkedHashMap<String, Object>();
            if (phone != null) {
                digest.put("phone", phone);
            }
            put(digest, "hours", hours);
            put(digest, "address", address);
            return digest;
        }

        private static void put(Map<String, Object> digest, String name, @Nullable Text text) {
            if (text != null) {
                digest.put(name, Map.of("zh", text.zh(), "en", text.en()));
            }
        }
    }
}
