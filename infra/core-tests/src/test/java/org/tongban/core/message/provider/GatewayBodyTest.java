package org.tongban.core.message.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.module.StartRefused;

/** The body that a gateway wants is said by a file (CO-42). */
@Tag("CO-42")
class GatewayBodyTest {
    @TempDir
    private Path folder;

    @Test
    void is_the_documents_own_form_with_the_parts_of_the_message_in_it() throws IOException {
        var file = Files.writeString(
                folder.resolve("body.json"),
                "{\"mobile\": \"{to}\", \"list\": [\"{code}\", 7, true], \"data\": \"{parameters}\", \"note\":"
                        + " \"{template}: {text} {other}\"}");
        var message = new OutgoingMessage(
                UUID.randomUUID(), Channel.SMS, "+8613812340001", "", "say \"$1\" {to}", "a.b", Map.of("x", "\"y\""));
        var expected = new ObjectMapper()
                .readTree("{\"mobile\": \"+8613812340001\", \"list\": [\"C1\", 7, true],"
                        + " \"data\": {\"x\": \"\\\"y\\\"\"}, \"note\": \"a.b: say \\\"$1\\\" {to} {other}\"}");
        assertThat(new GatewayBody(file.toString()).of(message, "C1")).isEqualTo(expected);
    }

    @Test
    void a_file_that_is_no_json_stops_the_start() throws IOException {
        var file = Files.writeString(folder.resolve("body.json"), "{");
        assertThatThrownBy(() -> new GatewayBody(file.toString())).isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> new GatewayBody(folder.resolve("none").toString()))
                .isInstanceOf(StartRefused.class);
    }
}
