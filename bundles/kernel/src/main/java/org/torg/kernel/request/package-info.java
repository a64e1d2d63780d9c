/** What customers ask for and staff decide, and how customers come by themselves. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.request;
