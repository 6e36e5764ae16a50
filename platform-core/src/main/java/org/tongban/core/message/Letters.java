package org.tongban.core.message;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;

/** Seals whom a message goes to and what it says, and opens both again: a text may hold a code or a name (RL-12). */
@Singleton
class Letters {
    /** From when only phones got messages; what was sealed for it must go on opening. */
    private static final String RECIPIENT = "core.message.phone";

    private static final String CONTENT = "core.message.content";

    private final MasterKey masterKey;
    private final JsonMapper mapper;

    Letters(MasterKey masterKey, JsonMapper mapper) {
        this.masterKey = masterKey;
        this.mapper = mapper;
    }

    /**
     * What a message says.
     *
     * @param subject empty for a short message
     */
    @Serdeable
    record Content(String subject, String text, Map<String, String> parameters) {}

    byte[] sealRecipient(UUID message, String to) {
        return masterKey.seal(to, RECIPIENT + message).bytes();
    }

    String recipient(Message message) {
        return masterKey.openText(Encrypted.of(message.recipient()), RECIPIENT + message.id());
    }

    byte[] sealContent(UUID message, Content content) {
        try {
            return masterKey
                    .seal(mapper.writeValueAsBytes(content), CONTENT + message)
                    .bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Content content(Message message) {
        var sealed = message.content();
        if (sealed.length == 0) {
            var text = message.text();
            return new Content("", text == null ? "" : text, Map.of());
        }
        try {
            return Objects.requireNonNull(
                    mapper.readValue(masterKey.open(Encrypted.of(sealed), CONTENT + message.id()), Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
