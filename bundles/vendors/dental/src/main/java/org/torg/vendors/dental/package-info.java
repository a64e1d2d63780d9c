/** A vendor of sleep-apnoea splints and other dental appliances, made for clinics. */
@NullMarked
package org.torg.vendors.dental;

import org.jspecify.annotations.NullMarked;
