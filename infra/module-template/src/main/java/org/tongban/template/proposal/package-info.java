/** The proposal: drafted by an organisation, reviewed, and public once approved. */
@NullMarked
package org.tongban.template.proposal;

import org.jspecify.annotations.NullMarked;
