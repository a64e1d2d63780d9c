/** The portal: pages for customers and staff, rendered here on the services of the kernel. */
@org.jspecify.annotations.NullMarked
package org.torg.portal;
