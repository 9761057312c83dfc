# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'nil_report.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QListView, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_NilReport(object):
    def setupUi(self, NilReport):
        if not NilReport.objectName():
            NilReport.setObjectName(u"NilReport")
        NilReport.resize(620, 360)
        self.outer = QVBoxLayout(NilReport)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(NilReport)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.list = QListWidget(NilReport)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(4)

        self.outer.addWidget(self.list)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(NilReport)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(NilReport)
        self.cancel.setObjectName(u"cancel")

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(NilReport)
        self.ok.clicked.connect(NilReport.accept)
        self.cancel.clicked.connect(NilReport.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(NilReport)
    # setupUi

    def retranslateUi(self, NilReport):
        NilReport.setWindowTitle(QCoreApplication.translate("NilReport", u"\u4eca\u5e74\u6ca1\u6709\u7533\u8bf7\u3001\u6ca1\u6709\u590d\u8bae\u8bc9\u8bbc", None))
        self.lead.setText(QCoreApplication.translate("NilReport", u"\u5c06\u4e00\u6b65\u505a\u597d\u4e0b\u9762\u8fd9\u4e9b\uff0c\u4e4b\u540e\u968f\u65f6\u53ef\u4ee5\u64a4\u9500\uff1a", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("NilReport", u"\u5c06\u8981\u505a\u7684\u4e8b", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("NilReport", u"\u7167\u6b64\u586b\u5199", None))
        self.cancel.setText(QCoreApplication.translate("NilReport", u"\u53d6\u6d88", None))
    # retranslateUi

