import '@itsm-bridge/core';
