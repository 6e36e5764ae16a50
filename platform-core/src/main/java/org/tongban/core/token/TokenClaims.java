package org.tongban.core.token;

import java.time.Instant;
import org.tongban.core.web.Caller;

/**
 * What a verified token says.
 *
 * @param kid the key that signed it
 * @param generation the generation of its session's tokens; a later change of rights makes it too old
 */
record TokenClaims(Caller caller, int generation, String kid, Instant expires) {}
