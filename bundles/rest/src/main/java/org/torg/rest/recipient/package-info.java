/** Patients and end users. */
@NullMarked
package org.torg.rest.recipient;

import org.jspecify.annotations.NullMarked;
